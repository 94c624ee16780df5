package org.guildhall.approvals.requests;

import static org.guildhall.jooq.approvals.Tables.DECISION;
import static org.guildhall.jooq.approvals.Tables.REQUEST;
import static org.guildhall.jooq.approvals.Tables.TASK;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.approvals.standing.Claim;
import org.guildhall.jooq.approvals.tables.records.TaskRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The posts asked, and the question which requests wait for somebody. */
@Component
class TaskStore {

    private final DSLContext db;

    TaskStore(DSLContext db) {
        this.db = db;
    }

    /** Asks the posts of the request's present step. */
    void ask(Stored request, Collection<String> posts, Instant now) {
        int hours = request.current().hours();
        var due = hours == 0 ? null : at(now.plus(Duration.ofHours(hours)));
        var unit = request.unit();
        for (var post : posts) {
            db.insertInto(TASK)
                    .set(TASK.REQUEST_ID, request.id())
                    .set(TASK.ROUND, request.round())
                    .set(TASK.STEP, request.step())
                    .set(TASK.POST, post)
                    .set(TASK.UNIT_ID, unit == null ? null : unit.value())
                    .set(TASK.OPENED_AT, at(now))
                    .set(TASK.DUE_AT, due)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    List<Stored.Task> open(Collection<UUID> requests) {
        return db.selectFrom(TASK)
                .where(TASK.REQUEST_ID.in(requests))
                .and(TASK.CLOSED_AT.isNull())
                .orderBy(TASK.REQUEST_ID, TASK.POST)
                .fetch(TaskStore::task);
    }

    /** Whether the post was asked in the present step already, whatever it said. */
    boolean asked(Stored request, String post) {
        return db.fetchExists(selectOne()
                .from(TASK)
                .where(TASK.REQUEST_ID.eq(request.id()))
                .and(TASK.ROUND.eq(request.round()))
                .and(TASK.STEP.eq(request.step()))
                .and(TASK.POST.eq(post)));
    }

    void close(Stored.Task task, Instant now) {
        db.update(TASK)
                .set(TASK.CLOSED_AT, at(now))
                .where(TASK.REQUEST_ID.eq(task.request()))
                .and(TASK.ROUND.eq(task.round()))
                .and(TASK.STEP.eq(task.step()))
                .and(TASK.POST.eq(task.post()))
                .execute();
    }

    void closeAll(UUID request, Instant now) {
        db.update(TASK)
                .set(TASK.CLOSED_AT, at(now))
                .where(TASK.REQUEST_ID.eq(request))
                .and(TASK.CLOSED_AT.isNull())
                .execute();
    }

    void assign(Stored.Task task, UUID colleague) {
        db.update(TASK)
                .set(TASK.ASSIGNED_TO, colleague)
                .where(TASK.REQUEST_ID.eq(task.request()))
                .and(TASK.ROUND.eq(task.round()))
                .and(TASK.STEP.eq(task.step()))
                .and(TASK.POST.eq(task.post()))
                .execute();
    }

    /** Requests, but for some, with a task whose time is over. */
    List<UUID> overdue(Instant now, Collection<UUID> but, int limit) {
        return db.selectDistinct(TASK.REQUEST_ID)
                .from(TASK)
                .where(TASK.CLOSED_AT.isNull())
                .and(TASK.DUE_AT.le(at(now)))
                .and(TASK.REQUEST_ID.notIn(but))
                .limit(limit)
                .fetch(TASK.REQUEST_ID);
    }

    /** Requests with a task that one of the claims answers. */
    Condition waitsFor(List<Claim> claims) {
        var answers = claims.stream()
                .map(claim -> REQUEST.REQUESTED_BY
                        .notIn(claim.selves())
                        .and(TASK.ASSIGNED_TO
                                .eq(claim.holder().value())
                                .or(TASK.ASSIGNED_TO
                                        .isNull()
                                        .and(TASK.POST.eq(claim.post()))
                                        .and(TASK.UNIT_ID
                                                .isNull()
                                                .or(TASK.UNIT_ID.in(claim.units().stream()
                                                        .map(UnitId::value)
                                                        .toList()))))))
                .toList();
        return exists(selectOne()
                .from(TASK)
                .where(TASK.REQUEST_ID.eq(REQUEST.REQUEST_ID))
                .and(TASK.CLOSED_AT.isNull())
                .and(DSL.or(answers)));
    }

    /** Requests on which the actor said something. */
    Condition handledBy(Actor actor) {
        return exists(selectOne()
                .from(DECISION)
                .where(DECISION.REQUEST_ID.eq(REQUEST.REQUEST_ID))
                .and(DECISION.DECIDED_BY.eq(actor.reference()))
                .and(DECISION.POST.isNotNull()));
    }

    private static Stored.Task task(TaskRecord row) {
        return new Stored.Task(
                row.getRequestId(),
                row.getRound(),
                row.getStep(),
                row.getPost(),
                row.getAssignedTo(),
                row.getOpenedAt().toInstant(),
                row.getDueAt() == null ? null : row.getDueAt().toInstant(),
                row.getClosedAt() == null ? null : row.getClosedAt().toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
