package io.millrace.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.evaluator.dedup.BandIndex;
import io.millrace.schemas.HouseRules;

@AnalyzeClasses(packages = "io.millrace.evaluator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {"..dedup..", "..policy..", "..review..", "..score..", "..trigger.."};

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
            .doNotBelongToAnyOf(BandIndex.class)
            .should()
            .haveOnlyFinalFields()
            .because("what they remember is in stores; the one index of a store grows");

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = HouseRules.plain("..stream..", "..monitor..");
}
