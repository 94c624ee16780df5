package org.guildhall.policies.drafts;

import org.guildhall.policies.versions.Editions;
import org.guildhall.policies.versions.StoredPolicies;
import org.guildhall.policies.versions.VersionStore;
import org.springframework.stereotype.Component;

/** Where versions are kept: as stored, as told, and as remembered. */
@Component
record Shelf(VersionStore versions, Editions editions, StoredPolicies memory) {}
