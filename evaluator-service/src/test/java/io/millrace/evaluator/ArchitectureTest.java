package io.millrace.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.evaluator.contamination.IndexBuilder;
import io.millrace.evaluator.dedup.Chains;
import io.millrace.schemas.HouseRules;

@AnalyzeClasses(packages = "io.millrace.evaluator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "..contamination..",
        "..dedup..",
        "..diversity..",
        "..group..",
        "..policy..",
        "..review..",
        "..score..",
        "..trigger.."
    };

    @ArchTest
    static final ArchTests theHouseRulesHold = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule decisionsArePure = HouseRules.pure(DOMAIN);

    @ArchTest
    static final ArchRule decisionsReadNoClock = HouseRules.timeless(DOMAIN);

    @ArchTest
    static final ArchRule decisionsKeepNoState = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .and()
            .doNotBelongToAnyOf(Chains.class, IndexBuilder.class)
            .should()
            .haveOnlyFinalFields()
            .because("what they remember is in stores; the indexes grow");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = HouseRules.plain("..stream..", "..monitor..");
}
