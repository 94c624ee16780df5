package org.guildhall.messages;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Every planned message and its fate. */
public interface Outbox {

    /**
     * Plans messages within the caller's transaction, in one statement however many; gives how many are new. Whoever was told
     * before of the same reason and period is not told again. For code: who may is checked by the module that has the reason.
     */
    int plan(PlanMessages messages);

    /** Tells one member something by hand, once per key; needs {@code messages.send}. */
    MessageDetail send(SendMessage command, String cause);

    /** One page, within reach; needs {@code messages.read}. */
    Slice<MessageView> list(MessageQuery query);

    /** One message with text and attempts; needs {@code messages.read}. */
    MessageDetail get(UUID id);

    /** Why it was planned, and why its fate is what it is; needs {@code messages.read}. */
    Explanation why(UUID id);

    /** Lets a message that failed or was suppressed be decided anew; needs {@code messages.operate}. */
    MessageView retry(UUID id, MessageBecause command);

    /** Calls off a message that waits; needs {@code messages.operate}. */
    MessageView cancel(UUID id, MessageBecause command);

    /** Takes the list out as a file, in the background; needs {@code messages.export}. */
    JobView export(ExportMessages command);

    /** How each channel is served; needs {@code messages.read}. */
    List<AdapterView> adapters();

    /** Sends what is due now, until nothing is; gives how many messages got their fate. Only the machine may. */
    int dispatch();

    /** A member's messages for a timeline. For code: no scope. */
    List<MessageView> about(MessagesAbout query);

    /** Forgets what was said to a member; that it was said stays. For code, within the eraser's transaction. */
    void forget(MemberId member);
}
