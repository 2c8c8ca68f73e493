import { soticket } from './index';
import { describeClosingStatements } from '@/testing/describe-closing-statements';

describeClosingStatements(soticket, 'soticket', 'embruns.test');
