package io.millrace.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.DependencyRules.NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The rules of architecture that hold in every module. */
public final class HouseRules {

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.millrace.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule detailNeverDependsOnItsParent = NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES;

    private HouseRules() {}

    /** These packages know neither Kafka nor a framework nor the world outside; their own resources they may read. */
    public static ArchRule pure(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.micronaut..",
                        "io.micrometer..",
                        "io.millrace.schemas.stage..",
                        "io.millrace.schemas.wire..",
                        "java.net..",
                        "java.nio.file..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|RandomAccess).*");
    }

    /** These packages are told what time it is. */
    public static ArchRule timeless(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class);
    }

    /** These packages know no framework, though they may know Kafka. */
    public static ArchRule plain(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut..");
    }
}
