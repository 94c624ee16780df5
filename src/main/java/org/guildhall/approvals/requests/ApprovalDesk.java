package org.guildhall.approvals.requests;

import static org.guildhall.jooq.approvals.Tables.REQUEST;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.guildhall.access.Access;
import org.guildhall.approvals.ApprovalPermissions;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.ApprovalQuery;
import org.guildhall.approvals.ApprovalQuery.Box;
import org.guildhall.approvals.ApprovalRefusal;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.ApprovalView.State;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskAgain;
import org.guildhall.approvals.AskApproval;
import org.guildhall.approvals.AskedAbout;
import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.approvals.Decide;
import org.guildhall.approvals.HandOver;
import org.guildhall.approvals.RequestsAbout;
import org.guildhall.approvals.WithdrawApproval;
import org.guildhall.approvals.standing.Claims;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.RetriedTransaction;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Checks who may look and speak, and hands each word on. */
@Component
class ApprovalDesk implements Approvals {

    private static final int PAGE = 50;

    private final RequestStore requests;
    private final TaskStore tasks;
    private final Books books;
    private final Words words;
    private final Views views;
    private final Rights rights;

    ApprovalDesk(Books books, Words words, Views views, Rights rights) {
        this.requests = books.requests;
        this.tasks = books.tasks;
        this.books = books;
        this.words = words;
        this.views = views;
        this.rights = rights;
    }

    /** What was asked and of whom, and how it changes. */
    @Component
    record Books(RequestStore requests, TaskStore tasks, RetriedTransaction transaction) {}

    /** Who acts and in whose name, and what the authority table says. */
    @Component
    record Rights(Access access, Claims claims, Views.Authority authority) {

        Part part() {
            return new Part(access.actor(), selves(), claims.of(access.actor()));
        }

        private Set<String> selves() {
            return claims.selves(access.actor());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ApprovalView ask(AskApproval command) {
        var actor = rights.access.actor();
        return views.of(words.ask(command, actor, rights.authority), actor);
    }

    @Override
    public boolean needed(String kind, long amount) {
        return rights.authority
                .today()
                .row(kind, amount)
                .map(ApprovalPolicy.Row::steps)
                .filter(steps -> !steps.isEmpty())
                .isPresent();
    }

    @Override
    public AuthorityOutlook outlook(String kind, long amount) {
        return rights.authority.outlook(kind, amount);
    }

    @Override
    public Optional<ApprovalView> open(String kind, UUID subject) {
        return requests.open(kind, subject).map(request -> views.of(request, rights.access.actor()));
    }

    @Override
    public Optional<Latest> latest(String kind, UUID subject) {
        return requests.latest(kind, subject)
                .map(request -> new Latest(views.of(request, rights.access.actor()), request.command()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<JsonNode> waiting(String kind, MemberId member, UUID except) {
        return requests.waiting(kind, member, except);
    }

    @Override
    public List<JsonNode> undecided(String kind) {
        return requests.undecided(kind);
    }

    @Override
    public List<AskedAbout> about(RequestsAbout query) {
        return requests.about(query);
    }

    @Override
    public Slice<ApprovalView> list(ApprovalQuery query) {
        rights.access.require(ApprovalPermissions.TAKE_PART);
        int limit = Objects.requireNonNullElse(query.limit(), PAGE);
        var after = Cursors.decode(query.cursor(), 1);
        var before = after.isEmpty() ? null : after.id(0);
        var found = requests.page(condition(query), before, limit + 1);
        var page = Slice.cut(found, limit, last -> Cursors.encode(last.id()), null);
        return new Slice<>(views.of(page.items(), rights.access.actor()), page.next(), null);
    }

    @Override
    public ApprovalView get(UUID id) {
        return views.of(visible(id), rights.access.actor());
    }

    @Override
    public ApprovalView decide(UUID id, Decide command) {
        command.requireReason();
        return speak(id, command.revision(), State.PENDING, request -> words.decide(request, command, rights.part()));
    }

    @Override
    public ApprovalView handOver(UUID id, HandOver command) {
        return speak(id, command.revision(), State.PENDING, request -> {
            if (!rights.claims.worksHere(command.to())) {
                throw Refusal.of(new ApprovalRefusal.NoColleague(command.to().toString()));
            }
            return words.handOver(request, command, rights.part());
        });
    }

    @Override
    public ApprovalView withdraw(UUID id, WithdrawApproval command) {
        var state = visible(id).state();
        var from = state == State.RETURNED ? State.RETURNED : State.PENDING;
        return speak(id, command.revision(), from, request -> words.withdraw(request, command.reason(), rights.part()));
    }

    @Override
    public ApprovalView askAgain(UUID id, AskAgain command) {
        return speak(
                id,
                command.revision(),
                State.RETURNED,
                request -> words.askAgain(request, command.reason(), rights.part()));
    }

    /** One word in a transaction with what follows from it, said again when another transaction was in its way. */
    private ApprovalView speak(UUID id, int revision, State from, UnaryOperator<Stored> word) {
        return books.transaction.get(() -> spoken(id, revision, from, word));
    }

    private ApprovalView spoken(UUID id, int revision, State from, UnaryOperator<Stored> word) {
        visible(id);
        var request = requests.hold(id).orElseThrow();
        if (request.revision() != revision) {
            throw Refusal.of(new ApprovalRefusal.StaleRequest(revision, request.revision()));
        }
        if (request.state() != from) {
            throw Refusal.of(new ApprovalRefusal.NotNow(request.state().code()));
        }
        return views.of(word.apply(request), rights.access.actor());
    }

    private Stored visible(UUID id) {
        rights.access.require(ApprovalPermissions.TAKE_PART);
        var mine = REQUEST.REQUEST_ID
                .eq(id)
                .and(rights.access.may(ApprovalPermissions.READ_ALL) ? DSL.noCondition() : own());
        return requests.page(mine, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(new ApprovalRefusal.NoSuchRequest(id.toString())));
    }

    private Condition own() {
        return DSL.or(List.of(asked(), waiting(), tasks.handledBy(rights.access.actor())));
    }

    private Condition condition(ApprovalQuery query) {
        var box = switch (Objects.requireNonNullElse(query.box(), Box.INBOX)) {
            case INBOX -> waiting();
            case ASKED -> asked();
            case HANDLED -> tasks.handledBy(rights.access.actor());
            case ALL -> {
                rights.access.require(ApprovalPermissions.READ_ALL);
                yield DSL.noCondition();
            }
        };
        var kind = query.kind();
        var state = query.state();
        return box.and(kind == null ? DSL.noCondition() : REQUEST.KIND.eq(kind))
                .and(state == null ? DSL.noCondition() : REQUEST.STATE.eq(state.code()));
    }

    private Condition asked() {
        return REQUEST.REQUESTED_BY.in(rights.selves());
    }

    private Condition waiting() {
        var claims = rights.claims.of(rights.access.actor());
        return claims.isEmpty()
                ? DSL.falseCondition()
                : tasks.waitsFor(claims).and(REQUEST.REQUESTED_BY.notIn(rights.selves()));
    }
}
