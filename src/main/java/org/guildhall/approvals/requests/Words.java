package org.guildhall.approvals.requests;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.SamePerson;
import org.guildhall.access.StaffDirectory;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalRefusal;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.approvals.AskApproval;
import org.guildhall.approvals.Decide;
import org.guildhall.approvals.HandOver;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said on a held request: each word is kept and moves the request on. */
@Component
class Words {

    private static final Actor CLOCK = new Actor.Machine("approvals-clock");

    private final RequestStore requests;
    private final TaskStore tasks;
    private final DecisionStore decisions;
    private final Course course;
    private final People people;

    Words(RequestStore requests, TaskStore tasks, DecisionStore decisions, Course course, People people) {
        this.requests = requests;
        this.tasks = tasks;
        this.decisions = decisions;
        this.course = course;
        this.people = people;
    }

    /** Names and the time. */
    @Component
    record People(StaffDirectory staff, SamePerson same, BusinessTime time) {}

    Stored ask(AskApproval command, Actor actor, Views.Authority authority) {
        var waiting = requests.open(command.kind(), command.subject());
        if (waiting.isPresent()) {
            return same(waiting.get(), command);
        }
        var steps = authority
                .today()
                .row(command.kind(), command.amount())
                .map(ApprovalPolicy.Row::steps)
                .orElse(List.of());
        var request = new Stored(
                Ids.next(people.time.clock()),
                command.kind(),
                command.subject(),
                command.command(),
                command.facts(),
                command.amount(),
                command.member(),
                command.unit(),
                command.reason(),
                steps,
                authority.version(),
                State.PENDING,
                1,
                0,
                1,
                actor.reference(),
                actor.name(),
                people.time.now(),
                null);
        if (!requests.insert(request)) {
            return same(requests.open(command.kind(), command.subject()).orElseThrow(), command);
        }
        decisions.keep(request, said(actor, "asked", command.reason(), null));
        return course.begin(request);
    }

    /** One request of a subject waits at a time; who wants something else is told rather than merged into it. */
    private Stored same(Stored waiting, AskApproval command) {
        if (!requests.asks(waiting, command.command())) {
            throw Refusal.of(new ApprovalRefusal.AskedOtherwise(waiting.id(), waiting.requestedByName()));
        }
        return waiting;
    }

    Stored decide(Stored request, Decide command, Part part) {
        var open = tasks.open(List.of(request.id()));
        var answers = answers(request, open, part);
        var spoken = request.current().mode() == ApprovalPolicy.Mode.ANY || command.verdict() != Decide.Verdict.APPROVE
                ? answers.subList(0, 1)
                : answers;
        for (var answer : spoken) {
            decisions.keep(request, word(part.actor(), answer, outcome(command.verdict()), comment(command)));
            tasks.close(answer.task(), people.time.now());
        }
        return switch (command.verdict()) {
            case APPROVE -> course.agreed(request, tasks.open(List.of(request.id())));
            case REJECT -> course.end(request, State.REJECTED);
            case RETURN -> course.end(request, State.RETURNED);
        };
    }

    Stored handOver(Stored request, HandOver command, Part part) {
        var colleague = people.same.references(new Actor.Staff(command.to(), ""));
        if (colleague.contains(request.requestedBy())) {
            throw Refusal.of(new ApprovalRefusal.NoColleague(command.to().toString()));
        }
        var to = people.staff.names(List.of(command.to())).getOrDefault(command.to(), "");
        for (var answer : answers(request, tasks.open(List.of(request.id())), part)) {
            tasks.assign(answer.task(), command.to().value());
            var post = answer.task().post();
            decisions.keep(
                    request,
                    new DecisionStore.Word(
                            part.actor(), part.actor().name(), post, "handed-over", command.comment(), to));
        }
        return course.touched(request);
    }

    Stored withdraw(Stored request, String reason, Part part) {
        requireAsker(request, part);
        decisions.keep(request, said(part.actor(), "withdrawn", reason, null));
        return course.end(request, State.WITHDRAWN);
    }

    Stored askAgain(Stored request, String reason, Part part) {
        requireAsker(request, part);
        var again = request.again(reason);
        decisions.keep(again, said(part.actor(), "asked", reason, null));
        return course.begin(again);
    }

    /** Whether the clock did something to a request, which it does if tasks of it are overdue. */
    boolean overdue(UUID id) {
        var request = requests.hold(id).orElseThrow();
        var now = people.time.now();
        var late = tasks.open(List.of(id)).stream()
                .filter(task -> task.dueAt() != null && !task.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Stored.Task::post))
                .toList();
        if (request.state() != State.PENDING || late.isEmpty()) {
            return false;
        }
        var step = request.current();
        boolean asksHigher = !tasks.asked(request, step.escalateTo());
        if (step.overdue() == ApprovalPolicy.Overdue.RETURN || !asksHigher) {
            decisions.keep(request, said(CLOCK, "timed-out", "", null));
            course.end(request, State.RETURNED);
            return true;
        }
        for (var task : late) {
            tasks.close(task, now);
            decisions.keep(request, said(CLOCK, "escalated", "", task.post()));
        }
        tasks.ask(request, List.of(step.escalateTo()), now);
        course.touched(request);
        return true;
    }

    private List<Part.Answer> answers(Stored request, List<Stored.Task> open, Part part) {
        if (part.asked(request)) {
            throw Refusal.of(new ApprovalRefusal.OwnRequest(request.requestedByName()));
        }
        var answers = part.answers(request, open);
        if (answers.isEmpty()) {
            var posts = open.stream().map(Stored.Task::post).collect(Collectors.joining(", "));
            throw Refusal.of(new ApprovalRefusal.NotYours(posts));
        }
        return answers;
    }

    private static void requireAsker(Stored request, Part part) {
        if (!part.asked(request)) {
            throw Refusal.of(new ApprovalRefusal.NotTheRequester(request.requestedByName()));
        }
    }

    private static DecisionStore.Word word(Actor actor, Part.Answer answer, String outcome, String comment) {
        return new DecisionStore.Word(
                actor,
                actor.name(),
                answer.task().post(),
                outcome,
                comment,
                answer.claim().onBehalfOf());
    }

    private static DecisionStore.Word said(Actor actor, String outcome, String comment, @Nullable String post) {
        return new DecisionStore.Word(actor, actor.name(), post, outcome, comment, null);
    }

    private static String comment(Decide command) {
        return command.comment() == null ? "" : command.comment().strip();
    }

    private static String outcome(Decide.Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> "approved";
            case REJECT -> "rejected";
            case RETURN -> "returned";
        };
    }
}
