package io.millrace.deploy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds across all modules. */
@AnalyzeClasses(packages = "io.millrace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = slices().matching("io.millrace.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("io.millrace.deploy.."), resideInAPackage("io.millrace.."))
            .ignoreDependency(resideInAPackage("io.millrace.."), resideInAPackage("io.millrace.schemas.."));

    @ArchTest
    static final ArchRule theContractStandsAlone = noClasses()
            .that()
            .resideInAPackage("io.millrace.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..",
                    "io.millrace.generator..",
                    "io.millrace.verifier..",
                    "io.millrace.evaluator..",
                    "io.millrace.deploy..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theBooksKnowNoKafka = noClasses()
            .that()
            .resideInAnyPackage("io.millrace.deploy.account", "io.millrace.deploy.lineage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
