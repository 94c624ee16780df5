package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * How a channel is served.
 *
 * @param leaves whether messages leave the house, or are only shown
 * @param waiting messages that wait to be sent by it
 */
@Schema(name = "MessageAdapter")
public record AdapterView(
        Channel channel, String adapter, boolean leaves, Map<String, String> settings, long waiting) {}
