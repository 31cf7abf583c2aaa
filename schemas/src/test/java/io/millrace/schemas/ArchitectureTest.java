package io.millrace.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.millrace.schemas", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theContractKnowsNoFramework =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.micronaut..");

    @ArchTest
    static final ArchRule recordsKnowNoKafka = noClasses()
            .that()
            .resideInAPackage("io.millrace.schemas")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.millrace.schemas.wire..", "io.millrace.schemas.stage..");

    @ArchTest
    static final ArchRule oneClassKnowsTheRegistryClient = noClasses()
            .that()
            .doNotHaveSimpleName("ConfluentRegistry")
            .and()
            .haveNameNotMatching(".*ConfluentRegistry\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.(**)").should().beFreeOfCycles();
}
