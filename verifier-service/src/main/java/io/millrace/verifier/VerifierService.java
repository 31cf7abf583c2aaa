package io.millrace.verifier;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.millrace.schemas.stage.WindowStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point of the verifier. */
public final class VerifierService extends Micronaut {

    private static final Logger LOG = LoggerFactory.getLogger(VerifierService.class);

    private VerifierService() {}

    public static void main(String[] args) {
        new VerifierService()
                .args(args)
                .banner(false)
                .mainClass(VerifierService.class)
                .start()
                .getBean(WindowStage.class)
                .start();
    }

    /** One sentence for the operator instead of a stack trace. */
    @Override
    protected void handleStartupException(Environment environment, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.error("Cannot start: {}", cause.getMessage());
        System.exit(1);
    }
}
