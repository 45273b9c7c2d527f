package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    @Test
    void saysAtMostOnceAMinuteAndCountsMeanwhile() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        List<Long> said = new ArrayList<>();
        Complaint complaint = new Complaint(now::get);
        for (int i = 0; i < 4; i++) {
            complaint.happened(said::add);
        }
        now.addAndGet(TimeUnit.SECONDS.toNanos(59));
        complaint.happened(said::add);
        assertEquals(List.of(1L), said);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        complaint.happened(said::add);
        assertEquals(List.of(1L, 5L), said);
    }
}
