import { documented } from "./documented";
import { reported } from "./reported";
import { testRejections } from "./run";

testRejections({ reported, documented });
