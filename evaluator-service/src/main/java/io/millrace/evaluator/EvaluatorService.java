package io.millrace.evaluator;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.millrace.evaluator.monitor.Watch;
import io.millrace.evaluator.stream.EvaluatorStream;
import io.millrace.schemas.stage.WindowStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point of the evaluator. */
public final class EvaluatorService extends Micronaut {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluatorService.class);

    private EvaluatorService() {}

    public static void main(String[] args) {
        ApplicationContext context = new EvaluatorService()
                .args(args)
                .banner(false)
                .mainClass(EvaluatorService.class)
                .start();
        context.getBean(EvaluatorStream.class).start();
        context.getBeansOfType(WindowStage.class).forEach(stage -> stage.start());
        context.getBean(Watch.class).start();
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
