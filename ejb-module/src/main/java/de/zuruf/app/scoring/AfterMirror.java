package de.zuruf.app.scoring;

import de.zuruf.app.mirror.MirrorTaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Computes what follows from the CRM's changes, as soon as they are in the mirror. */
@ApplicationScoped
class AfterMirror {
    @Inject
    private FiguresKeeper figures;

    @Inject
    private CrossSellKeeper crossSell;

    @Inject
    private ScoringRuns runs;

    @Inject
    private ScoringJob job;

    /** Whether there has been a pass over all customers, or one runs. */
    private boolean begun;

    void taken(@Observes MirrorTaken event) {
        while (figures.computeSome()) {
            // Also what a killed server left undone.
        }
        if (event.changes() > 0) {
            crossSell.compute();
        }
        if (!begun) {
            // Neither the first customers nor those from before an upgrade need wait for the night.
            begun = runs.latest(1).size() > 0
                    || runs.customers() > 0 && job.start(null).isPresent();
        }
    }
}
