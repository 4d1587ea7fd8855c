package io.feverline.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house, over the compiled classes of all services. */
class HouseRulesTest {
    private static final Path ROOT = Path.of("../..");

    private static final String[] PURE = {
        "io.feverline.ingest.reading..", "io.feverline.alert.rule..", "io.feverline.alert.episode.."
    };

    private static final String[] SHELL = {"..rest..", "..kafka..", "..detection..", "..identity.."};

    private static JavaClasses services;

    @BeforeAll
    static void readClasses() {
        services = new ClassFileImporter()
                .importPaths(Stream.of("checkpoint-ingest", "alert-service", "registry-service")
                        .map(service -> ROOT.resolve(service).resolve("target/classes"))
                        .toList());
        assertThat(services).hasSizeGreaterThan(50);
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
    void the_domain_is_handed_its_time() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(services);
    }

    @Test
    void a_service_knows_others_by_their_events_only() {
        noClasses()
                .that()
                .resideInAPackage("io.feverline.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.feverline.alert..")
                .check(services);
        noClasses()
                .that()
                .resideInAPackage("io.feverline.alert..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "belong to another service and are no events",
                        c -> c.getPackageName().startsWith("io.feverline.registry.")
                                || (c.getPackageName().startsWith("io.feverline.ingest.")
                                        && !c.getPackageName().equals("io.feverline.ingest.events"))))
                .check(services);
        noClasses()
                .that()
                .resideInAPackage("io.feverline.registry..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "belong to another service and are no events",
                        c -> c.getPackageName().startsWith("io.feverline.alert.")
                                || (c.getPackageName().startsWith("io.feverline.ingest.")
                                        && !c.getPackageName().equals("io.feverline.ingest.events"))))
                .check(services);
    }

    @Test
    void wire_contracts_stop_at_the_shell() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHELL)
                .and()
                .resideInAnyPackage("io.feverline.ingest..", "io.feverline.alert..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("ReadingTaken")
                .check(services);
    }

    @Test
    void identity_is_opened_in_registry_service_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.feverline.registry..")
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
}
