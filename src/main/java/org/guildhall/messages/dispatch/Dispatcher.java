package org.guildhall.messages.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.messages.AdapterView;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Delivery;
import org.guildhall.messages.Delivery.Answer;
import org.guildhall.messages.Envelope;
import org.guildhall.messages.Language;
import org.guildhall.messages.MessagePolicy;
import org.guildhall.messages.Outcome;
import org.guildhall.messages.Recipient;
import org.guildhall.messages.Recipients;
import org.guildhall.messages.templates.Rendering;
import org.guildhall.messages.templates.TemplateBook;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, some at a time: takes messages in one transaction, decides their fates and sends outside of any, and
 * notes the endings in another. Whoever is killed in between leaves messages taken; after the lease they are taken again.
 */
@Component
public class Dispatcher {

    private static final int AT_ONCE = 200;
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"]+@[^\\s<>\"]+|\\+?\\d{7,}");
    private static final int LONGEST_DETAIL = 200;

    private final DispatchStore store;
    private final Adapters adapters;
    private final Library library;
    private final TransactionTemplate transaction;
    private final BusinessTime time;

    Dispatcher(
            DispatchStore store,
            Adapters adapters,
            Library library,
            TransactionTemplate transaction,
            BusinessTime time) {
        this.store = store;
        this.adapters = adapters;
        this.library = library;
        this.transaction = transaction;
        this.time = time;
    }

    /** What a message is made of. */
    @Component
    record Library(TemplateBook templates, Recipients recipients, Policies policies) {}

    /** Works until nothing is due; gives how many it dealt with. */
    public int run() {
        int all = 0;
        for (int some = batch(); some > 0; some = batch()) {
            all += some;
        }
        return all;
    }

    /** How a channel is served. */
    public AdapterView adapter(Channel channel, long waiting) {
        var adapter = adapters.of(channel);
        return new AdapterView(channel, adapter.code(), adapter.leaves(), adapter.settings(), waiting);
    }

    private int batch() {
        var now = time.now();
        var taken = Objects.requireNonNull(transaction.execute(status -> store.take(now, LEASE, AT_ONCE)));
        if (taken.isEmpty()) {
            return 0;
        }
        var rules = library.policies.inForce(MessagePolicy.KIND, time.dateOf(now));
        var endings = decide(taken, rules, now);
        transaction.executeWithoutResult(status -> store.end(endings, rules.version(), now));
        return taken.size();
    }

    private List<Ending> decide(List<Taken> taken, InForce<MessagePolicy> rules, Instant now) {
        var members = library.recipients.of(taken.stream().map(Taken::member).collect(Collectors.toSet()), now);
        var endings = new ArrayList<Ending>();
        var ready = new EnumMap<Channel, List<Ready>>(Channel.class);
        for (var message : taken) {
            var broken = broken(message, rules.policy());
            if (broken != null) {
                endings.add(broken);
                continue;
            }
            var recipient = members.get(message.member());
            var asked = new Fate.Question(message.channel(), message.purpose(), message.validUntil(), now, time.zone());
            switch (Fate.decide(rules.policy(), recipient, asked)) {
                case Fate.Never(var why) -> endings.add(new Ending.Suppressed(message, why));
                case Fate.Later(var until) -> endings.add(new Ending.Held(message, until));
                case Fate.Send(var address, var consent) ->
                    ready.computeIfAbsent(message.channel(), channel -> new ArrayList<>())
                            .add(new Ready(
                                    message,
                                    consent,
                                    envelope(message, Objects.requireNonNull(recipient), address, rules.policy())));
            }
        }
        ready.forEach((channel, batch) -> endings.addAll(send(adapters.of(channel), batch, rules.policy())));
        return endings;
    }

    /** What can never be made into a text, or was begun again and again without an end, must not hold up the others. */
    private @Nullable Ending broken(Taken message, MessagePolicy policy) {
        boolean unknown = !library.templates.knows(message.reason());
        if (!unknown && message.begun() <= policy.attempts()) {
            return null;
        }
        var code = unknown ? "messages.unknown-reason" : "messages.no-end";
        return new Ending.Tried(message, Outcome.PERMANENT, "", Language.ZH_CN, null, code, null, null);
    }

    /** A message with its envelope. */
    private record Ready(Taken message, @Nullable UUID consent, Envelope envelope) {}

    private Envelope envelope(Taken message, Recipient recipient, String address, MessagePolicy policy) {
        var texts = library.templates.texts(message.template(), message.version());
        var text = Rendering.choose(texts, Language.spoken(recipient.language()));
        var shown = Rendering.render(
                message.channel(),
                text,
                library.templates.reason(message.reason()),
                new Rendering.Values(recipient, message.facts(), policy));
        return new Envelope(
                message.id().toString(), message.channel(), address, text.language(), shown.subject(), shown.body());
    }

    private List<Ending> send(Delivery adapter, List<Ready> batch, MessagePolicy policy) {
        var answers = adapter.send(batch.stream().map(Ready::envelope).toList());
        if (answers.size() != batch.size()) {
            throw new IllegalStateException(adapter.code() + " answered " + answers.size() + " of " + batch.size());
        }
        var endings = new ArrayList<Ending>();
        for (int i = 0; i < batch.size(); i++) {
            endings.add(tried(adapter, batch.get(i), answers.get(i), policy));
        }
        return endings;
    }

    private Ending tried(Delivery adapter, Ready ready, Answer answer, MessagePolicy policy) {
        var message = ready.message;
        var language = ready.envelope.language();
        return switch (answer) {
            case Answer.Sent(var receipt) ->
                new Ending.Tried(
                        message, Outcome.SENT, adapter.code(), language, ready.consent, null, plain(receipt), null);
            case Answer.Refused(var code, var detail) ->
                new Ending.Tried(message, Outcome.PERMANENT, adapter.code(), language, null, code, plain(detail), null);
            case Answer.Delayed(var code, var detail) -> {
                var again =
                        message.begun() >= policy.attempts() ? null : time.now().plus(policy.delay(message.begun()));
                yield new Ending.Tried(
                        message, Outcome.TRANSIENT, adapter.code(), language, null, code, plain(detail), again);
            }
        };
    }

    /** What a receiver said, without addresses. */
    private static String plain(String detail) {
        var told = ADDRESS.matcher(detail).replaceAll("…");
        return told.length() > LONGEST_DETAIL ? told.substring(0, LONGEST_DETAIL) : told;
    }
}
