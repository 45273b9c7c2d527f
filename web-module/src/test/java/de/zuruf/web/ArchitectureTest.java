package de.zuruf.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.zuruf.app.people.StaffMember;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this module may use, and that the rules which say so can fail. */
class ArchitectureTest {
    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.zuruf.web");

    private static final ArchRule THE_DATABASE_IS_NOT_SEEN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "java.sql..", "javax.sql..");

    private static final ArchRule ENTITIES_DO_NOT_LEAVE_THEIR_MODULE = noClasses()
            .should()
            .dependOnClassesThat(annotatedWith(Entity.class)
                    .or(annotatedWith(MappedSuperclass.class))
                    .or(annotatedWith(Embeddable.class)))
            .because("what goes out is a view that was made for it");

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "ask the system for the time", ArchitectureTest::asksTheSystemForTheTime));

    private static final ArchRule THREADS_ARE_THE_CONTAINERS = noClasses()
            .should()
            .accessTargetWhere(target(owner(assignableTo(Thread.class).or(assignableTo(Executors.class)))));

    private static boolean asksTheSystemForTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var target = access.getTarget().getFullName();
        if (owner.getPackageName().equals("java.time")) {
            return access.getName().equals("now") && (target.endsWith("()") || target.endsWith("(java.time.ZoneId)"))
                    || owner.isEquivalentTo(Clock.class)
                            && (access.getName().startsWith("system")
                                    || access.getName().startsWith("tick"));
        }
        return access.getName().equals("currentTimeMillis") || target.equals("java.util.Date.<init>()");
    }

    @Test
    void thereIsSomethingToJudge() {
        assertTrue(WEB.size() > 35, "only " + WEB.size() + " classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "api",
                "call",
                "coverage",
                "customer",
                "demo",
                "handoff",
                "presence",
                "report",
                "session",
                "stream"
            })
    void everyCapabilityIsAmongIt(String capability) {
        assertTrue(WEB.that(resideInAPackage("de.zuruf.web." + capability)).size() > 1);
    }

    @Test
    void capabilitiesDoNotDependOnEachOtherInCircles() {
        slices().matching("de.zuruf.web.(*)..").should().beFreeOfCycles().check(WEB);
    }

    @Test
    void theDatabaseIsNotSeen() {
        THE_DATABASE_IS_NOT_SEEN.check(WEB);
    }

    @Test
    void entitiesDoNotLeaveTheirModule() {
        ENTITIES_DO_NOT_LEAVE_THEIR_MODULE.check(WEB);
    }

    @Test
    void useCasesAreReachedByTheirPublicTypes() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("de.zuruf.app..").and(not(modifier(JavaModifier.PUBLIC))))
                .check(WEB);
    }

    @Test
    void crmAndTelephonyAreBehindTheUseCases() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.zuruf.crm..", "de.zuruf.telephony..", "org.asteriskjava..")
                .check(WEB);
    }

    @Test
    void useCasesAreNotWrittenHere() {
        noClasses()
                .should()
                .beAnnotatedWith(jakarta.ejb.Stateless.class)
                .orShould()
                .beAnnotatedWith(jakarta.ejb.Singleton.class)
                .check(WEB);
    }

    @Test
    void resourcesLiveForOneRequest() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(RequestScoped.class)
                .check(WEB);
    }

    @Test
    void timeComesFromAClock() {
        TIME_COMES_FROM_A_CLOCK.check(WEB);
    }

    @Test
    void threadsAreTheContainers() {
        THREADS_ARE_THE_CONTAINERS.check(WEB);
    }

    @Test
    void nobodyPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(WEB);
        noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "print a stack trace",
                        access -> access.getName().equals("printStackTrace")
                                && access.getTargetOwner().isAssignableTo(Throwable.class)))
                .check(WEB);
    }

    @Test
    void theRulesCanFail() {
        fails(THE_DATABASE_IS_NOT_SEEN, Reads.class);
        fails(ENTITIES_DO_NOT_LEAVE_THEIR_MODULE, Shows.class);
        fails(TIME_COMES_FROM_A_CLOCK, AsksForAnInstant.class);
        fails(THREADS_ARE_THE_CONTAINERS, StartsAThread.class);
    }

    private static void fails(ArchRule rule, Class<?> culprit) {
        var classes = new ClassFileImporter().importClasses(Set.of(culprit));
        assertThrows(AssertionError.class, () -> rule.check(classes), culprit.getSimpleName());
    }

    private record Reads(EntityManager em) {}

    private record Shows(StaffMember member) {}

    private static final class AsksForAnInstant {
        Instant now() {
            return Instant.now();
        }
    }

    private static final class StartsAThread {
        void start() {
            new Thread(() -> {}).start();
        }
    }
}
