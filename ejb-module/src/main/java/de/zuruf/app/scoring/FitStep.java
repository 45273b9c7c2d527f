package de.zuruf.app.scoring;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Fits the models to what is stored of all customers. */
@Dependent
@Named("fitStep")
public class FitStep extends AbstractBatchlet {
    @Inject
    @BatchProperty
    private String run;

    @Inject
    private ScoringRuns runs;

    @Inject
    private ModelFitting fitting;

    @Override
    public String process() {
        var id = Long.parseLong(run);
        var model = fitting.fit(runs.find(id).asOf);
        runs.fitted(id, model.orElse(null));
        return model.isPresent() ? "FITTED" : "TOO_FEW_ORDERS";
    }
}
