package io.millrace.schemas.model;

import io.millrace.schemas.Message;
import io.millrace.schemas.Usage;
import org.jspecify.annotations.Nullable;

/** What an endpoint answered, as it reported it. */
record ChatReply(
        Message answer,
        String model,
        @Nullable String finishReason,
        @Nullable Usage usage) {}
