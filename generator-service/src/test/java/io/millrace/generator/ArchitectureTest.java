package io.millrace.generator;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.millrace.schemas.HouseRules;

@AnalyzeClasses(packages = "io.millrace.generator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "..strategy..",
        "..rule..",
        "..llm..",
        "..distillation..",
        "..solving..",
        "..selfplay..",
        "..expansion..",
        "..persona..",
        "..counterfactual..",
        "..textbook..",
        "..grounded..",
        "..repair..",
        "..codetests..",
        "..safety..",
        "..conversation..",
        "..chatbot..",
        "..extraction..",
        "..sql..",
        "..api..",
        "..bestof.."
    };

    @ArchTest
    static final ArchTests theHouseRulesHold = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule theDomainIsPure = HouseRules.pure(DOMAIN);

    @ArchTest
    static final ArchRule theDomainReadsNoClock = HouseRules.timeless(DOMAIN);

    @ArchTest
    static final ArchRule onlyTheEdgeKnowsTheFramework = HouseRules.plain("..stream..");
}
