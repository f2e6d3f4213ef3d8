import { between } from "./between";
import { documented } from "./documented";
import * as mixed from "./mixed";
import { reported } from "./reported";
import { testRejections } from "./run";
import { second } from "./second";
import { third } from "./third";
import { wiring } from "./wiring";

testRejections({ reported, documented, ...mixed, second, third, wiring, between });
