package io.feverline.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

class ConflictMapperTest {
    private final ConflictMapper mapper = new ConflictMapper();

    @Test
    void who_lost_a_race_hears_that_it_has_changed() {
        assertThat(mapper.toProblem(new OptimisticLockException("x")).getStatusCode())
                .isEqualTo(412);
        assertThat(mapper.toProblem(new StaleObjectStateException("Device", "gate-1"))
                        .getType())
                .hasToString("urn:feverline:problem:changed");
    }

    @Test
    void who_registers_what_is_just_being_registered_hears_of_the_conflict() {
        var taken = new ConstraintViolationException("x", new SQLException("x"), "device_pkey");

        assertThat(mapper.toProblem(taken).getStatusCode()).isEqualTo(409);
    }

    @Test
    void whatever_else_is_wrong_with_the_database_is_our_fault() {
        assertThat(mapper.toProblem(new PersistenceException("x")).getStatusCode())
                .isEqualTo(500);
    }
}
