package org.guildhall.policies;

import java.util.Map;

/** What is known of a draft's effects when its publication is asked for; a module that looked into drafts offers one as a bean. */
public interface PublicationEvidence {

    /** Facts about a policy of this kind and content, for those who decide; empty when nothing is known. */
    Map<String, Object> facts(String kind, Map<String, Object> body);
}
