package io.millrace.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.DependencyRules.NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.evaluator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"..dedup..", "..policy..", "..score..", "..trigger.."};

    @ArchTest
    static final ArchRule decisionsArePure = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.micronaut..",
                    "io.micrometer..",
                    "java.net..",
                    "java.io..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule decisionsReadNoClock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule decisionsKeepNoState =
            classes().that().resideInAnyPackage(DOMAIN).should().haveOnlyFinalFields();

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = noClasses()
            .that()
            .resideInAnyPackage("..stream..", "..monitor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..");

    @ArchTest
    static final ArchRule noOtherServiceIsKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.generator..", "io.millrace.verifier..", "io.millrace.deploy..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.evaluator.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule detailNeverDependsOnItsParent = NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
}
