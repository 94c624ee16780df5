package org.guildhall.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.testing.GuildhallTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A trail with three sealed acts, more on request, and a way past the triggers that guard it. */
@GuildhallTest
abstract class AuditGround {

    static final Actor MACHINE = new Actor.Machine("test");

    @Autowired
    Audit audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    Access access;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void sealThreeActs() {
        write(3);
        sealer.sealAll();
    }

    void write(int rows) {
        var entries = new ArrayList<AuditEntry>();
        for (int i = 0; i < rows; i++) {
            entries.add(AuditEntry.of("test.done", "thing", i, "n", i));
        }
        transaction.executeWithoutResult(status -> access.runAs(MACHINE, () -> audit.recordAll(List.copyOf(entries))));
    }

    long count(String sql) {
        return ((Number) Objects.requireNonNull(db.fetchValue(sql))).longValue();
    }

    /** Does something behind the triggers' backs, which are there again for every act that follows. */
    void unguarded(Runnable deed) {
        triggers("disable");
        try {
            deed.run();
        } finally {
            triggers("enable");
        }
    }

    private void triggers(String state) {
        db.execute("alter table access.audit " + state + " trigger user");
        db.execute("alter table access.audit_seal " + state + " trigger user");
    }
}
