package io.millrace.generator;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import io.millrace.generator.stream.HoldoutStage;
import io.millrace.generator.stream.RecipeStage;
import io.millrace.schemas.stage.WindowStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point of the generator. */
public final class GeneratorService extends Micronaut {

    private static final Logger LOG = LoggerFactory.getLogger(GeneratorService.class);

    private GeneratorService() {}

    public static void main(String[] args) {
        ApplicationContext context = new GeneratorService()
                .args(args)
                .banner(false)
                .mainClass(GeneratorService.class)
                .start();
        context.getBean(HoldoutStage.class).start();
        context.getBean(WindowStage.class).start();
        context.getBean(RecipeStage.class).start();
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
