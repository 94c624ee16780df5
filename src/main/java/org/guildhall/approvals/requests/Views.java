package org.guildhall.approvals.requests;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Post;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.approvals.MembersAsked;
import org.guildhall.approvals.standing.Claims;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.policies.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes requests readable for whoever looks. */
@Component
class Views {

    private final TaskStore tasks;
    private final DecisionStore decisions;
    private final Claims claims;
    private final Called people;
    private final Authority authority;

    Views(TaskStore tasks, DecisionStore decisions, Claims claims, Called people, Authority authority) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.claims = claims;
        this.people = people;
        this.authority = authority;
    }

    /** What people are called: colleagues, and members by those who know them, late since they ask for approvals themselves. */
    @Component
    record Called(StaffDirectory staff, ObjectProvider<MembersAsked> members) {

        Map<MemberId, MembersAsked.Called> members(List<Stored> requests) {
            var about = requests.stream()
                    .map(Stored::member)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            var known = members.getIfAvailable();
            return about.isEmpty() || known == null ? Map.of() : known.called(about);
        }
    }

    /** The authority table of the day a request was asked. */
    @Component
    record Authority(Policies policies, BusinessTime time, Posts posts, List<ApprovalSubject> subjects) {

        /** What the posts are called that stand in these chains, are asked now or were spoken for. */
        Map<String, String> named(
                List<Stored> requests, Collection<List<Stored.Task>> open, Collection<List<ApprovalView.Said>> said) {
            var chains = requests.stream()
                    .flatMap(request -> request.chain().stream())
                    .flatMap(step -> Stream.concat(step.posts().stream(), Stream.of(step.escalateTo())));
            var asked = open.stream().flatMap(List::stream).map(Stored.Task::post);
            var spoken = said.stream()
                    .flatMap(List::stream)
                    .map(ApprovalView.Said::post)
                    .filter(Objects::nonNull);
            return Stream.of(chains, asked, spoken)
                    .flatMap(Function.identity())
                    .distinct()
                    .flatMap(code -> posts.byCode(code).stream())
                    .collect(Collectors.toMap(Post::code, Post::name));
        }

        AuthorityOutlook outlook(String kind, long amount) {
            return today().asking(kind, amount)
                    .map(row -> new AuthorityOutlook(
                            row.from() <= amount,
                            row.from(),
                            row.steps().stream().map(this::asked).toList()))
                    .orElse(AuthorityOutlook.FREE);
        }

        private AuthorityOutlook.Asked asked(ApprovalPolicy.Step step) {
            return new AuthorityOutlook.Asked(
                    step.mode(),
                    step.posts().stream()
                            .map(code -> posts.byCode(code).map(Post::name).orElse(code))
                            .toList());
        }

        ApprovalPolicy today() {
            return policies.inForce(ApprovalPolicy.KIND, time.today()).policy();
        }

        int version() {
            return policies.inForce(ApprovalPolicy.KIND, time.today()).version();
        }

        Explanation why(Stored request) {
            var inForce = policies.timeline(ApprovalPolicy.KIND).at(time.dateOf(request.requestedAt()));
            var row = inForce.policy().row(request.kind(), request.amount());
            return Explanation.of(
                            row.isPresent() ? "approvals.row" : "approvals.no-row",
                            "approval",
                            request.kind(),
                            "from",
                            told(request, row.map(ApprovalPolicy.Row::from).orElse(0L)),
                            "amount",
                            told(request, request.amount()))
                    .by(inForce.source());
        }

        /** A size as the module that asks for the act tells it; as it is where no module asks for such acts any more. */
        private Object told(Stored request, long size) {
            return subjects.stream()
                    .filter(subject -> subject.kind().equals(request.kind()))
                    .findFirst()
                    .map(subject -> subject.told(size, request.facts()))
                    .orElse(size);
        }
    }

    ApprovalView of(Stored request, Actor actor) {
        return of(List.of(request), actor).getFirst();
    }

    List<ApprovalView> of(List<Stored> requests, Actor actor) {
        var ids = requests.stream().map(Stored::id).toList();
        var open = tasks.open(ids).stream().collect(Collectors.groupingBy(Stored.Task::request));
        var said = decisions.on(ids);
        var part = new Part(actor, claims.selves(actor), claims.of(actor));
        var posts = authority.named(requests, open.values(), said.values());
        var members = people.members(requests);
        return requests.stream()
                .map(request -> view(
                        request,
                        open.getOrDefault(request.id(), List.of()),
                        new Words(said.getOrDefault(request.id(), List.of()), posts, members),
                        part))
                .toList();
    }

    /** What was said, and what the posts are called in whose name, and the members it is about. */
    private record Words(
            List<ApprovalView.Said> said, Map<String, String> posts, Map<MemberId, MembersAsked.Called> members) {}

    private ApprovalView view(Stored request, List<Stored.Task> open, Words words, Part part) {
        boolean pending = request.state() == State.PENDING;
        boolean asked = part.asked(request);
        return new ApprovalView(
                request.id(),
                request.kind(),
                request.subject(),
                request.facts(),
                request.amount(),
                request.member(),
                request.member() == null ? null : words.members.get(request.member()),
                request.unit(),
                request.reason(),
                request.state(),
                request.round(),
                request.step(),
                request.revision(),
                request.requestedBy(),
                request.requestedByName(),
                request.requestedAt(),
                request.endedAt(),
                request.chain(),
                authority.why(request),
                open.stream().map(this::waiting).toList(),
                words.said,
                words.posts,
                new ApprovalView.Mine(
                        pending && !part.answers(request, open).isEmpty(),
                        asked && (pending || request.state() == State.RETURNED),
                        asked && request.state() == State.RETURNED));
    }

    private ApprovalView.Waiting waiting(Stored.Task task) {
        UUID person = task.assignedTo();
        var name = person == null
                ? null
                : people.staff.names(List.of(new StaffId(person))).get(new StaffId(person));
        return new ApprovalView.Waiting(task.post(), name, task.openedAt(), task.dueAt());
    }
}
