package org.guildhall.messages.dispatch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Delivery;
import org.springframework.stereotype.Component;

/** Who serves each channel: an adapter that leaves the house before one that only shows; never two of them. */
@Component
class Adapters {

    private final Map<Channel, Delivery> byChannel = new EnumMap<>(Channel.class);

    Adapters(List<Delivery> adapters) {
        for (var channel : Channel.values()) {
            var able = adapters.stream()
                    .filter(adapter -> adapter.channels().contains(channel))
                    .toList();
            var real = able.stream().filter(Delivery::leaves).toList();
            if (real.size() > 1 || able.isEmpty()) {
                throw new IllegalStateException("one adapter delivers by " + channel.code() + ", not " + real.size());
            }
            byChannel.put(channel, real.isEmpty() ? able.getFirst() : real.getFirst());
        }
    }

    Delivery of(Channel channel) {
        return Objects.requireNonNull(byChannel.get(channel));
    }
}
