package org.guildhall.messages;

import java.util.List;

/** The texts of messages, in versions. */
public interface Templates {

    /** All templates with their current versions; needs {@code messages.read}. */
    List<TemplateView> list();

    /** One template; needs {@code messages.read}. */
    TemplateView get(String code);

    /** Its versions, newest first; needs {@code messages.read}. */
    List<TemplateView.Version> versions(String code);

    /** What there is to tell; needs {@code messages.read}. */
    List<ReasonView> reasons();

    /** What texts would look like; a member's name is shown as the reader may see it. Needs {@code messages.read}. */
    PreviewView preview(PreviewTemplate draft);

    /** Publishes a version; needs {@code messages.templates}. */
    TemplateView publish(PublishTemplate command);

    /** Takes a template out of use or back; needs {@code messages.templates}. */
    TemplateView retire(String code, RetireTemplate command);
}
