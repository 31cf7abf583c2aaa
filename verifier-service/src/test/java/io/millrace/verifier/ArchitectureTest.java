package io.millrace.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.schemas.HouseRules;
import io.millrace.schemas.RecordIds;

@AnalyzeClasses(packages = "io.millrace.verifier", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "..check..",
        "..answer..",
        "..math..",
        "..text..",
        "..puzzle..",
        "..judge..",
        "..audit..",
        "..plant..",
        "..json..",
        "..markdown..",
        "..message..",
        "..schema..",
        "..structured..",
        "..tool..",
        "..language..",
        "..resource..",
        "..constraint..",
        "..grounding..",
        "..factuality..",
        "..safety..",
        "..reply..",
        "..sensitive.."
    };

    @ArchTest
    static final ArchTests theHouseRulesHold = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theDomainIsPure = HouseRules.pure(DOMAIN);

    @ArchTest
    static final ArchRule theDomainReadsNoClock = HouseRules.timeless(DOMAIN);

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework =
            HouseRules.plain("..stream..", "..code..", "..recipe..", "..remote..");

    @ArchTest
    static final ArchRule theSandboxKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("..code..")
            .and()
            // Our own part of a Java program's process, to which the compiler speaks in URIs.
            .resideOutsideOfPackage("..code.jvm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.micrometer..", "java.net..");

    @ArchTest
    static final ArchRule nothingThatJudgesKnowsWhatIsPlanted = noClasses()
            .that()
            .resideOutsideOfPackages("..plant..", "..stream..", "io.millrace.verifier")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..plant..")
            .orShould()
            .callMethod(RecordIds.class, "isPlanted", String.class);

    @ArchTest
    static final ArchRule checksKeepNoState = classes()
            .that()
            .implement("io.millrace.verifier.check.Check")
            .should()
            .haveOnlyFinalFields();
}
