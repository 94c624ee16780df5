package org.guildhall.messages.templates;

import java.util.List;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Purpose;
import org.guildhall.messages.TemplateText;

/** A template as it makes messages now. */
public record Current(
        String code,
        String reason,
        Purpose purpose,
        Channel channel,
        boolean retired,
        int version,
        List<TemplateText> texts) {}
