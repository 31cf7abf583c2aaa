package io.millrace.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.DependencyRules.NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.millrace.verifier", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"..check..", "..answer..", "..math..", "..text..", "..puzzle.."};

    @ArchTest
    static final ArchRule theDomainKnowsNoFrameworkAndNoOutsideWorld = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "io.micronaut..",
                    "io.micrometer..",
                    "io.millrace.schemas.stage..",
                    "io.millrace.schemas.wire..",
                    "java.io..",
                    "java.net..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule theSandboxKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("..code..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "io.micrometer..", "java.net..");

    @ArchTest
    static final ArchRule theDomainReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule checksKeepNoState = classes()
            .that()
            .implement("io.millrace.verifier.check.Check")
            .should()
            .haveOnlyFinalFields();

    @ArchTest
    static final ArchRule noServiceKnowsAnother = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.millrace.generator..", "io.millrace.evaluator..", "io.millrace.deploy..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.verifier.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule detailNeverDependsOnItsParent = NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
}
