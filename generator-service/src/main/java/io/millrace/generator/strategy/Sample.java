package io.millrace.generator.strategy;

/** The fate of one of the samples that a seed asks for. */
public sealed interface Sample {

    /** Which sample, from 0. */
    int index();

    /** The sample was made. */
    record Made(int index, Draft draft) implements Sample {}

    /**
     * The sample could not be made.
     *
     * @param errorClass groups failures of one kind, for instance "RateLimited"
     * @param message why; never a prompt, an answer or a key
     * @param attempts how many times it was tried
     * @param replayable whether the same seed may succeed later
     */
    record Failed(int index, String errorClass, String message, int attempts, boolean replayable) implements Sample {}
}
