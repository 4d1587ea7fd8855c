package io.feverline.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, over the compiled classes of all services and of deploy/. */
class HouseRulesTest {
    private static final Path ROOT = Path.of("../..");

    private static final String[] PURE = {
        "io.feverline.ingest.reading..",
        "io.feverline.ingest.heartbeat..",
        "io.feverline.alert.rule..",
        "io.feverline.alert.episode..",
        "io.feverline.alert.lifecycle..",
        "io.feverline.alert.roster..",
        "io.feverline.alert.notify..",
        "io.feverline.alert.device..",
        "io.feverline.registry.followup.rule..",
        "io.feverline.registry.journey.rule..",
        "io.feverline.registry.report.rule..",
        "io.feverline.events.access.."
    };

    private static final String[] CONTRACTS = {
        "io.feverline.ingest.events..", "io.feverline.alert.events..", "io.feverline.registry.events.."
    };

    /** Where JSON and Avro are turned into the domain's own words and back. */
    private static final String[] SHELL = {"..rest..", "..kafka..", "..detection..", "..identity.."};

    private static JavaClasses services;
    private static JavaClasses deploy;

    @BeforeAll
    static void readClasses() {
        services = classesOf(
                        "checkpoint-ingest/events",
                        "registry-service/events",
                        "checkpoint-ingest",
                        "alert-service/look",
                        "alert-service",
                        "registry-service")
                .that(describe(
                        "were written by hand",
                        c -> !isGenerated(c)
                                && !c.getEnclosingClass()
                                        .map(HouseRulesTest::isGenerated)
                                        .orElse(false)));
        deploy = classesOf(
                "deploy/local",
                "deploy/gateway",
                "deploy/gateway/conformance",
                "deploy/simulator",
                "deploy/benchmarks");
        assertThat(services).hasSizeGreaterThan(150);
        assertThat(deploy).hasSizeGreaterThan(50);
    }

    private static boolean isGenerated(JavaClass type) {
        return type.isAssignableTo("org.apache.avro.specific.SpecificRecord");
    }

    private static JavaClasses classesOf(String... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> ROOT.resolve(module).resolve("target/classes"))
                        .toList());
    }

    @Test
    void the_domain_is_pure() {
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of("java..", "org.jspecify.."), Stream.of(PURE))
                        .toArray(String[]::new))
                .check(services);
    }

    @Test
    void time_is_handed_in() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(services);
        noClasses()
                .that()
                .resideOutsideOfPackage("..config..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "alert", "registry"})
    void a_service_knows_others_by_their_events_only(String service) {
        noClasses()
                .that()
                .resideInAPackage("io.feverline." + service + "..")
                .should()
                .dependOnClassesThat(isInsideAServiceBut(service))
                .check(services);
    }

    @Test
    void what_is_deployed_is_seen_as_processes_and_not_as_classes() {
        noClasses().should().dependOnClassesThat(isInsideAServiceBut("none")).check(deploy);
    }

    private static DescribedPredicate<JavaClass> isInsideAServiceBut(String own) {
        return describe(
                "are another service's own",
                c -> Stream.of("ingest", "alert", "registry")
                        .filter(service -> !service.equals(own))
                        .anyMatch(service -> c.getPackageName().startsWith("io.feverline." + service + ".")
                                && !c.getPackageName().startsWith("io.feverline." + service + ".events")));
    }

    @Test
    void wire_contracts_stop_at_the_shell() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Stream.concat(Stream.of(SHELL), Stream.of(CONTRACTS)).toArray(String[]::new))
                .should()
                .dependOnClassesThat(describe(
                        "are events, other than the words of a token",
                        c -> Stream.of(CONTRACTS).anyMatch(contract -> (c.getPackageName() + "..").equals(contract))
                                && !c.getSimpleName().equals("DocumentType")))
                .check(services);
    }

    @Test
    void identity_is_opened_in_registry_service_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.feverline.registry..", "io.feverline.events.identity..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("IdentityOpener")
                .check(services);
    }

    @Test
    void nobody_prints_to_the_console() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(services);
    }

    @Test
    void every_package_says_what_it_is_for_and_where_null_may_be() {
        Stream.of(services, deploy)
                .flatMap(JavaClasses::stream)
                .map(JavaClass::getPackage)
                .filter(p -> Stream.of(CONTRACTS).noneMatch(contract -> (p.getName() + "..").equals(contract)))
                .distinct()
                .forEach(HouseRulesTest::assertNullMarked);
    }

    private static void assertNullMarked(JavaPackage each) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }
}
