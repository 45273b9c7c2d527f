package de.zuruf.app.scoring;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives out the customers of a part, some hundred at a time. Setting {@code zuruf.scoring.slice}: customers in a transaction, which is what a
 * killed server loses for each thread; the more, the fewer statements; default 500.
 */
@Dependent
@Named("sliceReader")
public class SliceReader extends AbstractItemReader {
    @Inject
    @ConfigProperty(name = "zuruf.scoring.slice", defaultValue = "500")
    private int size;

    @Inject
    @BatchProperty
    private String run;

    @Inject
    @BatchProperty
    private String part;

    @Inject
    private ScoringRuns runs;

    private ScoringPart range;
    private long last;

    @Override
    public void open(Serializable checkpoint) {
        range = runs.part(Long.parseLong(run), Integer.parseInt(part));
        last = checkpoint == null ? range.from - 1 : (Long) checkpoint;
    }

    @Override
    public List<Long> readItem() {
        var ids = runs.slice(range, last, Math.max(1, size));
        if (ids.isEmpty()) {
            return null;
        }
        last = ids.get(ids.size() - 1);
        return ids;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
