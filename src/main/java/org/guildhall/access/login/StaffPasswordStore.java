package org.guildhall.access.login;

import static org.guildhall.jooq.access.Tables.STAFF;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.guildhall.access.SignInPolicy;
import org.guildhall.kernel.StaffId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passwords and failed attempts. */
@Component
class StaffPasswordStore {

    private static final String ATTEMPT = """
            update access.staff set
              failures = case when locked_until is not null or failing_since < {1} - make_interval(mins => {3})
                         then 1 else failures + 1 end,
              failing_since = case when locked_until is not null or failing_since < {1} - make_interval(mins => {3})
                              then {1} else coalesce(failing_since, {1}) end,
              locked_until = case when locked_until is null and failures + 1 >= {2}
                                   and not coalesce(failing_since < {1} - make_interval(mins => {3}), false)
                             then {1} + make_interval(mins => {3}) end
            where login = {0} and (locked_until is null or locked_until <= {1})
            """;

    private final DSLContext db;

    StaffPasswordStore(DSLContext db) {
        this.db = db;
    }

    /** A person as the log-in sees them. */
    record Account(
            StaffId id,
            String login,
            String name,
            @Nullable String hash,
            boolean mustChange,
            @Nullable Instant lockedUntil,
            LocalDate enteredOn,
            @Nullable LocalDate leftOn) {

        boolean worksOn(LocalDate day) {
            return !enteredOn.isAfter(day) && (leftOn == null || leftOn.isAfter(day));
        }
    }

    Optional<Account> find(String login) {
        return account(STAFF.LOGIN.eq(login));
    }

    Optional<Account> find(StaffId id) {
        return account(STAFF.STAFF_ID.eq(id.value()));
    }

    /**
     * Counts an attempt before its password is looked at, so that many at once can't exceed the limit; false when the
     * account is locked.
     */
    boolean attempt(String login, SignInPolicy policy, Instant now) {
        return db.execute(
                        ATTEMPT,
                        DSL.val(login),
                        DSL.val(at(now)),
                        DSL.val(policy.failuresBeforeLockOut()),
                        DSL.val(policy.lockOutMinutes()))
                == 1;
    }

    void succeeded(StaffId id) {
        db.update(STAFF)
                .set(STAFF.FAILURES, 0)
                .setNull(STAFF.FAILING_SINCE)
                .setNull(STAFF.LOCKED_UNTIL)
                .where(STAFF.STAFF_ID.eq(id.value()))
                .execute();
    }

    void set(StaffId id, String hash, boolean mustChange, Instant now) {
        db.update(STAFF)
                .set(STAFF.PASSWORD_HASH, hash)
                .set(STAFF.MUST_CHANGE, mustChange)
                .set(STAFF.PASSWORD_CHANGED_AT, at(now))
                .set(STAFF.VERSION, STAFF.VERSION.plus(1))
                .where(STAFF.STAFF_ID.eq(id.value()))
                .execute();
        succeeded(id);
    }

    private Optional<Account> account(org.jooq.Condition condition) {
        return db.selectFrom(STAFF)
                .where(condition)
                .fetchOptional(row -> new Account(
                        StaffId.of(row.getStaffId()),
                        row.getLogin(),
                        row.getName(),
                        row.getPasswordHash(),
                        row.getMustChange(),
                        row.getLockedUntil() == null
                                ? null
                                : row.getLockedUntil().toInstant(),
                        row.getEnteredOn(),
                        row.getLeftOn()));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
