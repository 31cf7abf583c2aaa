package io.millrace.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.DependencyRules.NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

@AnalyzeClasses(packages = "io.millrace.generator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"..strategy..", "..rule..", "..distillation.."};

    @ArchTest
    static final ArchRule theDomainKnowsNeitherKafkaNorTheFrameworkNorTheOutsideWorld = noClasses()
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
                    "java.net..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule theDomainReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, InstantSource.class);

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = noClasses()
            .that()
            .resideInAnyPackage("..stream..", "..llm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micronaut..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.generator.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule detailNeverDependsOnItsParent = NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
}
