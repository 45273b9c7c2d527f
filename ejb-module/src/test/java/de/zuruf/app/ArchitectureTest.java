package de.zuruf.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import de.zuruf.app.schema.ClockProducer;
import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.crm.spi.CrmAdapter;
import de.zuruf.crm.spi.CrmConfigurationException;
import de.zuruf.crm.spi.CrmHealth;
import de.zuruf.crm.spi.CrmUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this module may use, and that the rules which say so can fail. */
class ArchitectureTest {
    /** All of the house on the class path: this module and what it builds on. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("de.zuruf");

    private static final JavaClasses APP = HOUSE.that(resideInAPackage("de.zuruf.app.."));

    private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_SYSTEM_FOR_THE_TIME =
            DescribedPredicate.describe("ask the system for the time", ArchitectureTest::asksTheSystemForTheTime);

    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that(not(belongToAnyOf(ClockProducer.class)))
            .should()
            .accessTargetWhere(ASKS_THE_SYSTEM_FOR_THE_TIME)
            .because("tests and time zones need the injected clock");

    private static final ArchRule THREADS_ARE_THE_CONTAINERS = noClasses()
            .should()
            .accessTargetWhere(target(owner(assignableTo(Thread.class).or(assignableTo(Executors.class)))))
            .orShould()
            .accessTargetWhere(target(owner(assignableTo(java.util.Timer.class))))
            .because("a thread of ours has no transaction, no security and no end");

    private static final ArchRule STACK_TRACES_GO_TO_THE_LOG = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "print a stack trace",
                    access -> access.getName().equals("printStackTrace")
                            && access.getTargetOwner().isAssignableTo(Throwable.class)));

    private static final ArchRule USE_CASES_SAY_WHO_MAY = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .because("whoever writes a use case decides who may use it");

    private static final ArchRule BEANS_CALL_EACH_OTHER_IN_PUBLIC = noMethods()
            .that()
            .areDeclaredInClassesThat(annotatedWith(Stateless.class).or(annotatedWith(Singleton.class)))
            .and()
            .arePackagePrivate()
            .and()
            .areNotStatic()
            .and()
            .areNotAnnotatedWith(PostConstruct.class)
            .and()
            .areNotAnnotatedWith(PreDestroy.class)
            .should(calledFromOtherBeans())
            .allowEmptyShould(true)
            .because("the container refuses a call of a method that is not public");

    private static ArchCondition<JavaMethod> calledFromOtherBeans() {
        return new ArchCondition<>("be called from another class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getCallsOfSelf().stream()
                        .filter(call -> !call.getOriginOwner().equals(method.getOwner()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(method, call.getDescription())));
            }
        };
    }

    private static boolean asksTheSystemForTheTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        if (owner.getPackageName().equals("java.time")) {
            var clockless = access.getTarget().getFullName().endsWith("()")
                    || access.getTarget().getFullName().endsWith("(java.time.ZoneId)");
            return access.getName().equals("now") && clockless
                    || owner.isEquivalentTo(Clock.class)
                            && (access.getName().startsWith("system")
                                    || access.getName().startsWith("tick"));
        }
        return access.getName().equals("currentTimeMillis")
                || owner.isEquivalentTo(java.util.Calendar.class)
                        && access.getName().equals("getInstance")
                || access.getTarget().getFullName().equals("java.util.Date.<init>()");
    }

    @Test
    void thereIsSomethingToJudge() {
        assertTrue(APP.size() > 120, "only " + APP.size() + " classes");
        assertTrue(HOUSE.size() > APP.size() + 100, "only " + HOUSE.size() + " classes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call",
                "customer",
                "demo",
                "handoff",
                "mirror",
                "operation",
                "outbox",
                "people",
                "presence",
                "prompt",
                "report",
                "routing",
                "schema"
            })
    void everyCapabilityIsAmongIt(String capability) {
        assertTrue(APP.that(resideInAPackage("de.zuruf.app." + capability)).size() > 1);
    }

    @Test
    void capabilitiesDoNotDependOnEachOtherInCircles() {
        slices().matching("de.zuruf.app.(*)..").should().beFreeOfCycles().check(APP);
    }

    @Test
    void onlyUseCasesKnowTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.zuruf.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(HOUSE);
    }

    @Test
    void thePersistenceProviderCanBeExchanged() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.persistence..")
                .check(HOUSE);
    }

    @Test
    void useCasesKnowNothingOfTheWeb() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.zuruf.web..", "jakarta.ws.rs..", "jakarta.servlet..")
                .check(APP);
    }

    @Test
    void adaptersAreNotSeen() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "de.zuruf.crm.xml..", "de.zuruf.crm.odoo..", "de.zuruf.telephony.ami..", "org.asteriskjava..")
                .check(APP);
    }

    @Test
    void onlyMirrorAndOutboxTalkToTheCrm() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "de.zuruf.app.mirror..",
                        "de.zuruf.app.outbox..",
                        "de.zuruf.app.call..",
                        "de.zuruf.app.handoff..",
                        "de.zuruf.app.operation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.zuruf.crm..")
                .check(APP);
    }

    @Test
    void capabilitiesThatGoToTheCrmOnlyComposeWhatIsDelivered() {
        noClasses()
                .that()
                .resideInAnyPackage("de.zuruf.app.call..", "de.zuruf.app.handoff..")
                .should()
                .dependOnClassesThat(resideInAPackage("de.zuruf.crm..").and(not(belongToAnyOf(CrmActivity.class))))
                .check(APP);
    }

    @Test
    void operationOnlyAsksTheCrmHowItIs() {
        noClasses()
                .that()
                .resideInAPackage("de.zuruf.app.operation..")
                .should()
                .dependOnClassesThat(resideInAPackage("de.zuruf.crm..")
                        .and(not(belongToAnyOf(
                                CrmAdapter.class,
                                CrmHealth.class,
                                CrmConfigurationException.class,
                                CrmUnavailableException.class))))
                .check(APP);
        noClasses()
                .that()
                .resideInAPackage("de.zuruf.app.operation..")
                .should()
                .accessTargetWhere(target(owner(assignableTo(CrmAdapter.class)))
                        .and(DescribedPredicate.describe(
                                "do more than check",
                                access -> !access.getName().equals("check"))))
                .check(APP);
    }

    @Test
    void timeComesFromAClock() {
        TIME_COMES_FROM_A_CLOCK.check(APP);
    }

    @Test
    void threadsAreTheContainers() {
        THREADS_ARE_THE_CONTAINERS.check(APP);
    }

    @Test
    void nobodyPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(APP);
        STACK_TRACES_GO_TO_THE_LOG.check(APP);
    }

    @Test
    void thereIsOneWayOfLogging() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..", "org.apache.logging..", "org.apache.log4j..", "org.apache.commons.logging..")
                .check(APP);
    }

    @Test
    void useCasesSayWhoMay() {
        USE_CASES_SAY_WHO_MAY.check(APP);
    }

    @Test
    void beansCallEachOtherInPublic() {
        BEANS_CALL_EACH_OTHER_IN_PUBLIC.check(APP);
    }

    @Test
    void theRulesCanFail() {
        for (var culprit :
                List.of(AsksForTheDay.class, AsksForAnInstant.class, AsksForADate.class, AsksForMillis.class)) {
            fails(TIME_COMES_FROM_A_CLOCK, culprit);
        }
        for (var culprit : List.of(StartsAThread.class, ExtendsThread.class, MakesAPool.class)) {
            fails(THREADS_ARE_THE_CONTAINERS, culprit);
        }
        fails(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, Prints.class);
        fails(STACK_TRACES_GO_TO_THE_LOG, PrintsATrace.class);
        fails(USE_CASES_SAY_WHO_MAY, Anybody.class);
        fails(BEANS_CALL_EACH_OTHER_IN_PUBLIC, Anybody.class, CallsABean.class);
    }

    private static void fails(ArchRule rule, Class<?>... culprits) {
        var classes = new ClassFileImporter().importClasses(culprits);
        assertThrows(AssertionError.class, () -> rule.check(classes), culprits[0].getSimpleName());
    }

    @Test
    void aGivenClockIsNotTheSystems() {
        TIME_COMES_FROM_A_CLOCK.check(new ClassFileImporter().importClasses(AsksItsClock.class));
    }

    private record AsksItsClock(Clock clock) {
        LocalDate today() {
            return clock.instant().isAfter(Instant.now(clock)) ? null : LocalDate.now(clock);
        }
    }

    private static final class AsksForTheDay {
        LocalDate today() {
            return LocalDate.now(ZoneId.of("Europe/Berlin"));
        }
    }

    private static final class AsksForAnInstant {
        java.util.function.Supplier<Instant> now() {
            return Instant::now;
        }
    }

    private static final class AsksForADate {
        Date now() {
            return new Date();
        }
    }

    private static final class AsksForMillis {
        long now() {
            return System.currentTimeMillis();
        }
    }

    private static final class StartsAThread {
        void start() {
            new Thread(() -> {}).start();
        }
    }

    private static final class ExtendsThread extends Thread {}

    private static final class MakesAPool {
        Object pool() {
            return Executors.newCachedThreadPool();
        }
    }

    private static final class Prints {
        void print() {
            System.err.println();
        }
    }

    private static final class PrintsATrace {
        void print(Exception e, java.io.PrintWriter log) {
            e.printStackTrace(log);
        }
    }

    @Stateless
    private static class Anybody {
        void hidden() {}
    }

    private record CallsABean(Anybody bean) {
        void call() {
            bean.hidden();
        }
    }
}
