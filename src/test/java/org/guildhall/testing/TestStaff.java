package org.guildhall.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.Appoint;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Hires people for tests, each with a name of its own, and logs them in. */
public final class TestStaff {

    /** What everybody here logs in with. */
    public static final String PASSWORD = "the-guild-Opens-8";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Actor MACHINE = new Actor.Machine("test");

    private final Access access;
    private final Organisation organisation;
    private final Posts posts;
    private final StaffDirectory staff;
    private final BusinessTime time;
    private final TestHttp http;

    TestStaff(
            Access access,
            Organisation organisation,
            Posts posts,
            StaffDirectory staff,
            BusinessTime time,
            TestHttp http) {
        this.access = access;
        this.organisation = organisation;
        this.posts = posts;
        this.staff = staff;
        this.time = time;
        this.http = http;
    }

    /** A person hired for a test. */
    public record Person(StaffId id, String username, String name) {

        /** The person as actor. */
        public Actor.Staff actor() {
            return new Actor.Staff(id, name);
        }
    }

    /** The company, opened on first use. */
    public UnitId company() {
        return organisation.byCode("HQ").map(unit -> unit.id()).orElseGet(() -> open(UnitKind.COMPANY, null));
    }

    /** A new unit below another. */
    public UnitId open(UnitKind kind, @Nullable UnitId parent) {
        var code = kind == UnitKind.COMPANY ? "HQ" : kind.code() + COUNT.incrementAndGet();
        var from = parent == null ? LocalDate.of(2020, 1, 1) : time.today();
        var command = new OpenUnit(kind, code, code, parent, from);
        return asMachine(() -> organisation.open(command).id());
    }

    /** Somebody with a post (its code: lead, ops, analyst, acq, svc, store, admin, auditor) in a unit. */
    public Person hire(String post, UnitId unit) {
        var found = posts.byCode(post).orElseThrow(() -> new IllegalArgumentException("no post " + post));
        return hire(List.of(new Appoint(found.id(), unit, time.today(), null)));
    }

    /** Somebody with these appointments, none for somebody without powers. */
    public Person hire(List<Appoint> appointments) {
        var username = "person" + COUNT.incrementAndGet();
        var command = new HireStaff(username, "员工" + username, null, LocalDate.of(2020, 1, 1), appointments);
        return new Person(asMachine(() -> staff.hire(command, PASSWORD)), username, "员工" + username);
    }

    /** Somebody with a post in the company, logged in over HTTP. */
    public TestHttp.Client logIn(String post) {
        return logIn(hire(post, company()));
    }

    /** The person, logged in over HTTP. */
    public TestHttp.Client logIn(Person person) {
        return http.asStaff(person.username(), PASSWORD);
    }

    /** Does the work as the machine, which may do everything. */
    public <T> T asMachine(Supplier<T> work) {
        return access.runAs(MACHINE, work);
    }

    /** Today for the company. */
    public LocalDate today() {
        return time.today();
    }
}
