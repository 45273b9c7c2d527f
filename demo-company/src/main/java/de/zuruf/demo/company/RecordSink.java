package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import java.io.Closeable;

/** Where a large company goes while it is made up. */
interface RecordSink extends Closeable {

    /** Takes a record after those that it refers to. */
    void accept(CrmChange change);
}
