package org.guildhall.access.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** An older installation gets what a template gives by now, for posts as the template made them. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=post-seed")
class PostSeedTest {

    private static final String LATER = "coupons.pass";

    @Autowired
    PostSeed seed;

    @Autowired
    TestStaff staff;

    @Autowired
    DSLContext sql;

    @AfterEach
    void asBefore() {
        sql.execute("update access.post set version = 1 where code in ('store', 'svc')");
        sow();
    }

    @Test
    void a_post_nobody_edited_gets_what_its_template_gives_by_now_and_the_audit_log_says_so() {
        forget("store");
        int before = remembered();
        sow();
        assertThat(holds("store")).isTrue();
        assertThat(remembered()).isEqualTo(before + 1);
        sow();
        assertThat(remembered()).as("once").isEqualTo(before + 1);
    }

    @Test
    void an_edited_post_stays_as_it_was_made_whether_the_permission_is_known_or_new() {
        forget("svc");
        sql.execute("update access.post set version = 2 where code = 'svc'");
        sow();
        assertThat(holds("svc")).isFalse();
        sql.execute("delete from access.known_permission where permission = ?", LATER);
        sow();
        assertThat(holds("svc")).isFalse();
    }

    private void sow() {
        staff.asMachine(() -> {
            seed.sow();
            return true;
        });
    }

    private void forget(String post) {
        sql.execute(
                "delete from access.post_grant using access.post where post.post_id = post_grant.post_id"
                        + " and post.code = ? and permission = ?",
                post,
                LATER);
        assertThat(holds(post)).isFalse();
    }

    private boolean holds(String code) {
        return !sql.fetch(
                        "select 1 from access.post_grant join access.post using (post_id) where code = ? and permission = ?",
                        code,
                        LATER)
                .isEmpty();
    }

    /** How often the audit log says that a post was given the permission. */
    private int remembered() {
        var lead = staff.logIn("auditor");
        return (int) lead.get("/api/audit?act=access.post-granted&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(row -> row.path("facts").toString().contains(LATER))
                .count();
    }
}
