package io.millrace.deploy.broker;

import io.millrace.deploy.factory.Foundation;

/** The local factory's broker in a child JVM. */
final class ChildBroker implements TestBroker {

    private final Companion companion = new Companion(Foundation::broker);

    @Override
    public String bootstrap() {
        return companion.address();
    }

    @Override
    public void crash() {
        companion.crash();
    }

    @Override
    public void close() {
        companion.close();
    }
}
