import { supersoniks } from './index';
import { describeClosingStatements } from '@/testing/describe-closing-statements';

describeClosingStatements(supersoniks, 'supersoniks', 'phare.test');
