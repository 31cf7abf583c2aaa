package io.millrace.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.schemas.HouseRules;

@AnalyzeClasses(packages = "io.millrace.verifier", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"..check..", "..answer..", "..math..", "..text..", "..puzzle.."};

    @ArchTest
    static final ArchTests theHouseRulesHold = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theDomainIsPure = HouseRules.pure(DOMAIN);

    @ArchTest
    static final ArchRule theDomainReadsNoClock = HouseRules.timeless(DOMAIN);

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = HouseRules.plain("..stream..", "..code..");

    @ArchTest
    static final ArchRule theSandboxKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("..code..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micrometer..", "java.net..");

    @ArchTest
    static final ArchRule checksKeepNoState = classes()
            .that()
            .implement("io.millrace.verifier.check.Check")
            .should()
            .haveOnlyFinalFields();
}
