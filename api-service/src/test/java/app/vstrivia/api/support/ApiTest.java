package app.vstrivia.api.support;

import app.vstrivia.embedded.EmbeddedServices;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the whole service with a real database and a real Redis-protocol server. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@WithTestResource(value = EmbeddedServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = S3Server.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SigningKeyFile.class, scope = TestResourceScope.GLOBAL)
public @interface ApiTest {}
