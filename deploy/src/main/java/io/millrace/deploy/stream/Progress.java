package io.millrace.deploy.stream;

/**
 * How far a submission has come, counted by its seeds' keys.
 *
 * @param candidates records on topic {@code candidates}
 * @param verified records on topic {@code verified}
 * @param evaluated records on topic {@code evaluated}
 * @param deadLettered dead letters of any stage
 */
public record Progress(long candidates, long verified, long evaluated, long deadLettered) {

    static final Progress NONE = new Progress(0, 0, 0, 0);
}
