package de.zuruf.app.scoring;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Holds the models against the weeks that followed, and ends the pass. */
@Dependent
@Named("assessStep")
public class AssessStep extends AbstractBatchlet {
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
        var model = runs.find(id).modelId;
        if (model != null) {
            fitting.assess(model);
        }
        runs.ended(id, ScoringRun.State.DONE);
        return model == null ? "NOTHING_TO_ASSESS" : "ASSESSED";
    }
}
