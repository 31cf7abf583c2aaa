package io.millrace.deploy.factory;

/** One of the three services that make up the factory. */
public enum Service {
    GENERATOR("generator-service", "io.millrace.generator.GeneratorService"),
    VERIFIER("verifier-service", "io.millrace.verifier.VerifierService"),
    EVALUATOR("evaluator-service", "io.millrace.evaluator.EvaluatorService");

    private final String module;
    private final String mainClass;

    Service(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /** The module that it is built from, which is also the name of its process. */
    public String module() {
        return module;
    }

    String mainClass() {
        return mainClass;
    }
}
