package org.guildhall.messages;

import org.guildhall.access.Permission;

/** What posts can allow about messages. */
public final class MessagePermissions {

    /** See templates, messages and their fates. */
    public static final Permission READ = Permission.of("messages.read");
    /** Publish texts. */
    public static final Permission TEMPLATES = Permission.of("messages.templates");
    /** Tell a member something by hand. */
    public static final Permission SEND = Permission.of("messages.send");
    /** Try again and call off. */
    public static final Permission OPERATE = Permission.of("messages.operate");
    /** Take lists out as files. */
    public static final Permission EXPORT = Permission.of("messages.export");

    private MessagePermissions() {}
}
