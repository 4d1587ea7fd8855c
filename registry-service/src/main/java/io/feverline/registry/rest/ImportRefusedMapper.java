package io.feverline.registry.rest;

import io.feverline.registry.events.csv.ImportRefused;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** A document with bad rows, as a problem that names them. */
@Provider
public class ImportRefusedMapper extends ExceptionMapperBase<ImportRefused> {
    @Override
    protected HttpProblem toProblem(ImportRefused refused) {
        return ImportProblem.of(ImportView.of(refused.report()));
    }
}
