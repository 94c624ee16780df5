package org.guildhall.messages.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Delivery;
import org.guildhall.messages.Envelope;
import org.springframework.stereotype.Component;

/** Lets nothing leave the house: what would be sent is to be seen in the outbox. */
@Component
class LocalDelivery implements Delivery {

    @Override
    public String code() {
        return "local";
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.values());
    }

    @Override
    public boolean leaves() {
        return false;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public List<Answer> send(List<Envelope> batch) {
        return batch.stream().map(LocalDelivery::answer).toList();
    }

    private static Answer answer(Envelope envelope) {
        return envelope.safe()
                ? new Answer.Sent(envelope.key())
                : new Answer.Refused("messages.unsafe-header", "line break in address or subject");
    }
}
