package de.zuruf;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.zuruf");

    @Test
    void theRulesLookAtSomething() {
        assertTrue(DOMAIN.size() >= 100, () -> "only " + DOMAIN.size() + " classes");
    }

    @Test
    void onlyTheJdkAndThoseLibraries() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "de.zuruf..",
                        "com.google.i18n.phonenumbers..",
                        "dev.cel..",
                        "org.hipparchus.."))
                .check(DOMAIN);
    }

    @Test
    void oneClassKnowsEachLibrary() {
        noClasses()
                .that()
                .haveNameNotMatching("de\\.zuruf\\.customer\\.NumberPlan(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google..")
                .check(DOMAIN);
        noClasses()
                .that(describe(
                        "do not evaluate conditions",
                        c -> !Set.of("Conditions", "Conditions$Condition")
                                .contains(
                                        c.getName().substring(c.getPackageName().length() + 1))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..")
                .check(DOMAIN);
        noClasses()
                .that()
                .resideOutsideOfPackages("de.zuruf.segment.value", "de.zuruf.segment.rhythm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hipparchus..")
                .check(DOMAIN);
    }

    @Test
    void noCyclesBetweenCapabilities() {
        slices().matching("de.zuruf.(*)..").should().beFreeOfCycles().check(DOMAIN);
    }

    @Test
    void timeComesFromOutside() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "reads the system's clock",
                        call -> call.getTarget().getName().equals("now")
                                && call.getTarget().getOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(t -> t.isEquivalentTo(Clock.class))))
                .check(DOMAIN);
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(DOMAIN);
    }

    @Test
    void nothingIsPrintedAndNoThreadStarted() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(DOMAIN);
        noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class).check(DOMAIN);
    }
}
