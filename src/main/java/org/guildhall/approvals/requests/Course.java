package org.guildhall.approvals.requests;

import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.approvals.ApprovalEvent;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a held request on along its chain and, at the end, has the act done or dropped. */
@Component
class Course {

    private static final Actor MACHINE = new Actor.Machine("approvals");

    private final RequestStore requests;
    private final TaskStore tasks;
    private final Ends ends;
    private final Memory memory;
    private final BusinessTime time;

    Course(RequestStore requests, TaskStore tasks, Ends ends, Memory memory, BusinessTime time) {
        this.requests = requests;
        this.tasks = tasks;
        this.ends = ends;
        this.memory = memory;
        this.time = time;
    }

    /** The acts that wait for approval, by kind. */
    @Component
    record Ends(List<ApprovalSubject> subjects, Access access, Views views) {

        ApprovalSubject subject(String kind) {
            return subjects.stream()
                    .filter(subject -> subject.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no module does " + kind));
        }

        void approved(Stored request) {
            access.runAs(
                    MACHINE, () -> subject(request.kind()).approved(views.of(request, MACHINE), request.command()));
        }

        void dropped(Stored request) {
            access.runAs(MACHINE, () -> subject(request.kind()).dropped(views.of(request, MACHINE), request.command()));
        }
    }

    /** The audit log and whoever listens. */
    @Component
    record Memory(Audit audit, ApplicationEventPublisher events) {

        void asked(Stored request) {
            record("approvals.asked", request);
            var posts = request.chain().isEmpty()
                    ? List.<String>of()
                    : request.current().posts();
            events.publishEvent(new ApprovalEvent.ApprovalAsked(request.id(), request.kind(), posts));
        }

        void ended(Stored request) {
            record("approvals." + request.state().code(), request);
            events.publishEvent(new ApprovalEvent.ApprovalDecided(
                    request.id(), request.kind(), request.state(), request.requestedBy()));
        }

        void record(String act, Stored request) {
            audit.record(new AuditEntry(
                    act,
                    "approval",
                    request.id().toString(),
                    request.member(),
                    request.unit(),
                    Map.of("kind", request.kind(), "round", request.round(), "step", request.step())));
        }
    }

    /** Begins a round: asks the first step, or is through at once when there is none. */
    Stored begin(Stored request) {
        memory.asked(request);
        return enter(request);
    }

    /** One more yes was said in the present step. */
    Stored agreed(Stored request, List<Stored.Task> stillOpen) {
        if (request.current().mode() == ApprovalPolicy.Mode.ALL && !stillOpen.isEmpty()) {
            return update(request.moved(State.PENDING, request.step(), null));
        }
        tasks.closeAll(request.id(), time.now());
        return enter(request.moved(State.PENDING, request.step() + 1, null));
    }

    /** Ends for good, or goes back to the one who asked. */
    Stored end(Stored request, State state) {
        tasks.closeAll(request.id(), time.now());
        var ended = update(request.moved(state, request.step(), state == State.RETURNED ? null : time.now()));
        if (state != State.RETURNED) {
            ends.dropped(ended);
        }
        memory.ended(ended);
        return ended;
    }

    /** Nothing but a word was added, or somebody else is asked. */
    Stored touched(Stored request) {
        return update(request.moved(request.state(), request.step(), null));
    }

    private Stored enter(Stored request) {
        if (request.step() < request.chain().size()) {
            var waiting = update(request);
            tasks.ask(waiting, waiting.current().posts(), time.now());
            return waiting;
        }
        var approved = update(request.moved(State.APPROVED, request.step(), time.now()));
        ends.approved(approved);
        memory.ended(approved);
        return approved;
    }

    private Stored update(Stored request) {
        requests.update(request);
        return request;
    }
}
