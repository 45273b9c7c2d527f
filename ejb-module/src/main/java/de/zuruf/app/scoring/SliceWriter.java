package de.zuruf.app.scoring;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Computes and scores customers. To do so twice makes no difference. */
@Dependent
@Named("sliceWriter")
public class SliceWriter extends AbstractItemWriter {
    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String part;

    @Inject
    private ScoringRuns runs;

    @Inject
    private FiguresKeeper figures;

    @Override
    @SuppressWarnings("unchecked")
    public void writeItems(List<Object> slices) {
        for (var slice : slices) {
            var ids = (List<Long>) slice;
            figures.compute(ids);
            runs.done(Long.parseLong(run), Integer.parseInt(part), ids.size());
        }
    }
}
